/** The one catalogue of everything that can go wrong, and what each reader of it should do. */
package vn.tiepdon.api.fault;
