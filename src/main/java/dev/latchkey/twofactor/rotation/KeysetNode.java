package dev.latchkey.twofactor.rotation;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A node that runs: its host and process. */
@Table("keyset_node")
record KeysetNode(@Id String node) {}
