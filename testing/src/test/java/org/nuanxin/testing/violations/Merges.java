package org.nuanxin.testing.violations;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

public class Merges {
    public Multi<String> all(Multi<Uni<String>> work) {
        return work.onItem().transformToUniAndMerge(each -> each);
    }
}
