CREATE TABLE broken.good (id bigint PRIMARY KEY);
