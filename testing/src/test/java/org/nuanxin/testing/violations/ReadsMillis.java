package org.nuanxin.testing.violations;

public class ReadsMillis {
    public long age(long since) {
        return System.currentTimeMillis() - since;
    }
}
