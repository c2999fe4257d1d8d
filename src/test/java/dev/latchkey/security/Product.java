package dev.latchkey.security;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.support.ImportedClasses;

/** The product's own classes, for rules that hold for all of them. */
final class Product {

    static final JavaClasses CLASSES = classes();

    private Product() {}

    private static JavaClasses classes() {
        var classes = ImportedClasses.ofProduct();
        if (classes.isEmpty()) {
            throw new AssertionError("What is asked of every class would hold for none");
        }
        return classes;
    }
}
