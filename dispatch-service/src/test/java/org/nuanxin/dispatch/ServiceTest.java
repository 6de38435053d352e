package org.nuanxin.dispatch;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.nuanxin.testing.StoresResource;

/** A test of the whole service on real stores; all of them share one boot. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
@QuarkusTestResource(FastTime.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ServiceTest {}
