/** Who did what, when and from where; never changed, never about what a record says. */
package vn.tiepdon.server.audit;
