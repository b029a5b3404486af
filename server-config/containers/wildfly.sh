#!/bin/sh
# Starts WildFly in a container: a fresh instance in /run/tocsin on the read-only home.
set -eu
base=/run/tocsin/standalone
rm -rf "$base"
cp -R /opt/wildfly/standalone "$base"
cp /opt/tocsin/tocsin.ear "$base/deployments/"

# The script passes on the signals that stop a container, but only to a server in the background.
export LAUNCH_JBOSS_IN_BACKGROUND=true
export JBOSS_JAVA_SIZING="${TOCSIN_JAVA_OPTIONS:--XX:InitialRAMPercentage=25 -XX:MaxRAMPercentage=60}"
exec /opt/wildfly/bin/standalone.sh \
  "-Djboss.server.base.dir=$base" \
  -Djboss.bind.address=0.0.0.0 \
  -Djboss.bind.address.management=127.0.0.1 \
  "-Djboss.tx.node.id=$(uname -n | cut -c1-23)"
