/** The cards that a hospital has issued: whose they are, what they hold for certain, and which of them are dead. */
@NamedInterface("register")
package vn.tiepdon.server.card.register;

import org.springframework.modulith.NamedInterface;
