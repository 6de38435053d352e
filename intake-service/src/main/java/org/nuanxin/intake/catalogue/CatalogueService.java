package org.nuanxin.intake.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nuanxin.intake.directory.Codes;
import org.nuanxin.intake.directory.DirectoryVersion;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.transactions.Transactions;

/** What an administrator does to the catalogue. */
@ApplicationScoped
class CatalogueService {
    private final Transactions transactions;
    private final DirectoryVersion version;
    private final Catalogue catalogue;
    private final Journal journal;

    CatalogueService(Transactions transactions, DirectoryVersion version, Catalogue catalogue, Journal journal) {
        this.transactions = transactions;
        this.version = version;
        this.catalogue = catalogue;
        this.journal = journal;
    }

    Uni<ServiceType> define(String code, ServiceTypeBody wanted) {
        ServiceType type = ServiceTypeRules.check(wanted.as(Codes.require("code", code)));
        return transactions
                .run(now -> version.next()
                        .chain(next ->
                                catalogue.write(type, next).chain(() -> journal.append(type.defined(next, now)))))
                .call(catalogue::anew)
                .replaceWith(type);
    }
}
