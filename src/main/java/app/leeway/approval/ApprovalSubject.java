package app.leeway.approval;

import app.leeway.gesture.ApprovalRequest;

/**
 * What there is to decide, as far as it matters for who may.
 *
 * @param place code of the unit where it happens
 * @param amountMinor what a yes grants, in minor units
 * @param category of the kind
 * @param customerId null when nobody was named
 */
record ApprovalSubject(
        String place, String category, long amountMinor, long requesterId, Long customerId) {

    static ApprovalSubject of(ApprovalRequest request) {
        return new ApprovalSubject(
                request.place(),
                request.category(),
                request.cost().minor(),
                request.requesterId(),
                request.customerId());
    }
}
