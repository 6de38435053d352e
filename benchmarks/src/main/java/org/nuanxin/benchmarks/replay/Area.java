package org.nuanxin.benchmarks.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.nuanxin.benchmarks.stack.Api;

/** Where the demo's grids lie: the real city's extent is laid over theirs. */
record Area(double south, double north, double west, double east) {
    static Area of(Api api) {
        Area area = new Area(90, -90, 180, -180);
        for (JsonNode place : Checks.items(
                api.get("resident-1", "/places?level=GRID&limit=500").body())) {
            area = area.with(
                    place.path("centre").path("lat").asDouble(),
                    place.path("centre").path("lon").asDouble());
        }
        return area;
    }

    private Area with(double lat, double lon) {
        return new Area(Math.min(south, lat), Math.max(north, lat), Math.min(west, lon), Math.max(east, lon));
    }

    Map<String, Double> location(Case real) {
        return Map.of("lat", south + real.north() * (north - south), "lon", west + real.east() * (east - west));
    }
}
