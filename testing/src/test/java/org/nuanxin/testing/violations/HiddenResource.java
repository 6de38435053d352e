package org.nuanxin.testing.violations;

import jakarta.ws.rs.GET;

public class HiddenResource {
    @GET
    String nobodyFindsMe() {
        return "404";
    }
}
