package org.nuanxin.intake.place;

import static java.lang.Math.PI;

/**
 * What a pair of coordinates is told in. Maps in China shift theirs: GCJ-02 (Amap, Tencent) by some hundred metres off WGS-84, BD-09
 * (Baidu) once more. The shifts are the published ones; the way back from GCJ-02 is found by iteration, to a centimetre.
 */
public enum Crs {
    WGS84 {
        @Override
        public Point toWgs84(Point told) {
            return told;
        }
    },
    GCJ02 {
        @Override
        public Point toWgs84(Point told) {
            return unshifted(told);
        }
    },
    BD09 {
        @Override
        public Point toWgs84(Point told) {
            return unshifted(fromBaidu(told));
        }
    };

    private static final double AXIS = 6_378_245.0; // Krasovsky 1940
    private static final double ECCENTRICITY = 0.006693421622965943;
    private static final double BAIDU_PI = PI * 3000 / 180;
    private static final int ROUNDS = 8;

    public abstract Point toWgs84(Point told);

    private static Point unshifted(Point gcj) {
        Point guess = gcj;
        for (int round = 0; round < ROUNDS; round++) {
            Point shifted = shifted(guess);
            guess = new Point(guess.lat() + gcj.lat() - shifted.lat(), guess.lon() + gcj.lon() - shifted.lon());
        }
        return guess;
    }

    static Point shifted(Point wgs) {
        if (outsideChina(wgs)) {
            return wgs;
        }
        double x = wgs.lon() - 105;
        double y = wgs.lat() - 35;
        double latitude = Math.toRadians(wgs.lat());
        double magic = 1 - ECCENTRICITY * Math.sin(latitude) * Math.sin(latitude);
        double north = Math.toDegrees(northward(x, y) / (AXIS * (1 - ECCENTRICITY) / (magic * Math.sqrt(magic))));
        double east = Math.toDegrees(eastward(x, y) / (AXIS / Math.sqrt(magic) * Math.cos(latitude)));
        return new Point(wgs.lat() + north, wgs.lon() + east);
    }

    private static double northward(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(20, 6 * x, 20, 2 * x)
                + waves(20, y, 40, y / 3)
                + waves(160, y / 12, 320, y / 30);
    }

    private static double eastward(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(20, 6 * x, 20, 2 * x)
                + waves(20, x, 40, x / 3)
                + waves(150, x / 12, 300, x / 30);
    }

    private static double waves(double first, double one, double second, double other) {
        return (first * Math.sin(one * PI) + second * Math.sin(other * PI)) * 2 / 3;
    }

    private static Point fromBaidu(Point baidu) {
        double x = baidu.lon() - 0.0065;
        double y = baidu.lat() - 0.006;
        double radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * BAIDU_PI);
        double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BAIDU_PI);
        return new Point(radius * Math.sin(angle), radius * Math.cos(angle));
    }

    private static boolean outsideChina(Point point) {
        return point.lon() < 72.004 || point.lon() > 137.8347 || point.lat() < 0.8293 || point.lat() > 55.8271;
    }
}
