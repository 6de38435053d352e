package org.nuanxin.testing.violations;

public class GreeterImpl {}
