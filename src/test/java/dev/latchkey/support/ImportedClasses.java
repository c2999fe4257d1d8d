package dev.latchkey.support;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The code as ArchUnit reads it, once for all tests of a process: each import takes seconds and a hundred megabytes. */
public final class ImportedClasses {

    private static final String ALL_PACKAGES = "dev.latchkey";

    private ImportedClasses() {}

    /** The classes of the product. */
    public static JavaClasses ofProduct() {
        return OfProduct.CLASSES;
    }

    /** Those of the product and of the tests. */
    public static JavaClasses ofTestsToo() {
        return OfTestsToo.CLASSES;
    }

    private static final class OfProduct {

        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ALL_PACKAGES);
    }

    private static final class OfTestsToo {

        private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ALL_PACKAGES);
    }
}
