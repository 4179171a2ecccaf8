/**
 * How the two databases are written to, PostgreSQL by many at once, H2 by one after the other, and how they are asked so
 * that both answer by an index however large a hospital is:
 *
 * <ul>
 *   <li><b>A few rows by their keys</b>, as a page shows them: {@code (facility_id, patient_id) in (:keys)} with {@link
 *       Keys}, and no other condition on {@code facility_id} beside it. With {@code facility_id = :facility} in front H2
 *       walks through all rows of the hospital, and so it does with three columns: of lists it takes two columns at most.
 *   <li><b>Many rows by their keys</b>, as imports and exports ask for hundreds: {@code from unnest(cast(:keys as bigint
 *       array)) as wanted(id) join … on facility_id = :facility and id = wanted.id}. It is one parameter and one plan for
 *       any number; a list of pairs is planned pair by pair in PostgreSQL, and ends at 32,767 of them.
 *   <li><b>The first rows in an order</b>: {@code order by facility_id, visit_id limit :most}, all columns of the index
 *       from its first on. Without the hospital in front H2 reads and sorts all rows that the condition leaves.
 * </ul>
 */
package vn.tiepdon.server.database;
