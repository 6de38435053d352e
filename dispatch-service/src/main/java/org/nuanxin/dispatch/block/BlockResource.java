package org.nuanxin.dispatch.block;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.block.Blocks.Block;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Invalid;

/** Residents and volunteers say with whom they do not want to be brought together. */
@Path("/blocks")
@RolesAllowed({"resident", "volunteer"})
public class BlockResource {
    private static final String CODE = "[A-Za-z0-9_.:@-]+";

    private final Blocks blocks;
    private final Caller caller;

    BlockResource(Blocks blocks, Caller caller) {
        this.blocks = blocks;
        this.caller = caller;
    }

    /** The reason is a code, not words about somebody. */
    public record Blocking(
            @Nullable @Size(max = 50) @Pattern(regexp = CODE)
            String reason) {}

    @GET
    public Uni<List<Block>> list() {
        return blocks.of(caller.subject());
    }

    @PUT
    @Path("{subject}")
    public Uni<Void> block(@Size(max = 200) @Pattern(regexp = CODE) String subject, @Valid @Nullable Blocking body) {
        if (subject.equals(caller.subject())) throw Invalid.field("subject", BlockResource.class, "CannotBlockOneself");
        return blocks.put(caller.subject(), subject, body == null ? null : body.reason());
    }

    @DELETE
    @Path("{subject}")
    public Uni<Void> unblock(@Size(max = 200) @Pattern(regexp = CODE) String subject) {
        return blocks.remove(caller.subject(), subject);
    }
}
