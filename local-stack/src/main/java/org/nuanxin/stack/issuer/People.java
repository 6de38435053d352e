package org.nuanxin.stack.issuer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody who can sign in. */
public final class People {
    private final List<Person> all;
    private final Map<String, Person> byId;

    public People(List<Person> all) {
        this.all = List.copyOf(all);
        this.byId = all.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    public List<Person> all() {
        return all;
    }

    public Optional<Person> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }
}
