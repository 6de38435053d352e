package org.nuanxin.intake.place;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.Names;

/**
 * A node of the tree.
 *
 * @param path ids from the street down to this place
 */
public record Place(
        String id,
        @JsonIgnore long version,
        Level level,
        @Nullable String parentId,
        List<String> path,
        Names name,
        Point centre) {

    /** Whether this is the other place or lies below it. */
    public boolean within(String other) {
        return path.contains(other);
    }

    /** The community to which it belongs; null for a street. */
    public @Nullable String community() {
        return path.size() > 1 ? path.get(1) : null;
    }

    /** The same place where its parent's path is another. */
    Place below(List<String> parentPath, long newVersion) {
        List<String> moved = Stream.concat(parentPath.stream(), Stream.of(id)).toList();
        return new Place(id, newVersion, level, parentId, moved, name, centre);
    }

    PlaceDefined defined(Instant now) {
        return new PlaceDefined(id, version, level, parentId, path, name, centre.coarse(), now);
    }
}
