package org.nuanxin.intake.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against points that others have published: Shanghai, Shenzhen, Beijing; and Tian'anmen as Baidu shows it. */
class CrsTest {
    static final Offset<Double> A_METRE = within(0.00001);

    @ParameterizedTest
    @CsvSource({
        "GCJ02, 31.17530398364597, 121.531541859215, 31.1774276, 121.5272106",
        "GCJ02, 22.540796131694766, 113.9171764808363, 22.543847, 113.912316",
        "GCJ02, 39.91334545536069, 116.38404722455657, 39.911954, 116.377817",
        "BD09, 39.922699552216216, 116.41662724378733, 39.915, 116.404",
        "WGS84, 30.7437, 121.3366, 30.7437, 121.3366",
        "GCJ02, 48.8584, 2.2945, 48.8584, 2.2945"
    })
    void leads_back_to_where_it_was(Crs crs, double lat, double lon, double wgsLat, double wgsLon) {
        Point point = crs.toWgs84(new Point(lat, lon));

        assertThat(point.lat()).isCloseTo(wgsLat, A_METRE);
        assertThat(point.lon()).isCloseTo(wgsLon, A_METRE);
    }
}
