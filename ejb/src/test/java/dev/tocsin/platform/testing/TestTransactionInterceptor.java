package dev.tocsin.platform.testing;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs a session bean's method in the transaction its attribute asks for. */
@Interceptor
@TestTransactional
class TestTransactionInterceptor {

  @Inject private TestTransactions transactions;

  @AroundInvoke
  Object aroundInvoke(InvocationContext call) throws Exception {
    return transactions.call(
        TestTransactions.attribute(call.getMethod().getDeclaringClass(), call.getMethod()),
        call::proceed);
  }
}
