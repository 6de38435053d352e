package org.nuanxin.testing.violations.unmarked;

public class Unmarked {}
