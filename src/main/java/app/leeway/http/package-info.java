/** What all JSON resources share: problems, paging, idempotency, request ids, headers. */
package app.leeway.http;
