package org.nuanxin.testing.violations.dispatch;

public class AnotherService {}
