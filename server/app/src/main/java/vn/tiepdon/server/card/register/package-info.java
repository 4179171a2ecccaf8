/** The cards that a hospital has issued: whose they are, what they hold for certain, and which of them are dead. */
package vn.tiepdon.server.card.register;
