/**
 * The form of the company file: its sections, which the rooms that store them implement, its YAML
 * with the line of each mistake, and what differs between two files. Knows no other room.
 */
package app.leeway.companyfile;
