package org.nuanxin.testing;

/**
 * Real PostgreSQL and real Kafka, each started at its first use and once per JVM: embedded, or from containers where the system
 * property {@code infra} says {@code containers}.
 */
public final class Stores {
    private static final boolean CONTAINERS = "containers".equals(System.getProperty("infra"));

    private Stores() {}

    public static Postgres postgres() {
        return StartedPostgres.INSTANCE;
    }

    public static Kafka kafka() {
        return StartedKafka.INSTANCE;
    }

    private static final class StartedPostgres {
        static final Postgres INSTANCE =
                new Postgres(started(CONTAINERS ? ContainerServer.OfPostgres.class : EmbeddedPostgresServer.class));
    }

    private static final class StartedKafka {
        static final Kafka INSTANCE =
                new Kafka(started(CONTAINERS ? ContainerServer.OfKafka.class : EmbeddedKafka.class));
    }

    private static Server started(Class<? extends Server> concrete) {
        Server server = OncePerJvm.the(Server.class, concrete);
        server.start();
        return server;
    }
}
