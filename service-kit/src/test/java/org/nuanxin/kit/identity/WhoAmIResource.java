package org.nuanxin.kit.identity;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says who the caller is taken for. */
@Path("/who-am-i")
@Authenticated
public class WhoAmIResource {
    private final Caller caller;

    WhoAmIResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    public String whoAmI() {
        return "%s by %s, volunteer: %s, mini-app: %s"
                .formatted(caller.subject(), caller.client(), caller.is("volunteer"), caller.is("mini-app"));
    }
}
