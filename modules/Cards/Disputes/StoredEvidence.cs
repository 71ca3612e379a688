using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Disputes;

// Finds evidence of the caller. Evidence has no card column; access is checked on its dispute.
internal sealed class StoredEvidence(UnitOfWork unit, Call call)
{
    public static readonly Error NotFound = new(Errors.ResourceNotFound) { Param = "evidence_id" };

    public async ValueTask<Evidence?> Find(string dispute, string id)
    {
        var disputes = (await unit.SetOutsideBatch<Dispute>()).OwnedBy(call.Rows);
        return await (await unit.SetOutsideBatch<Evidence>()).FirstOrDefaultAsync(
            row => row.DisputeId == dispute && row.Id == id && disputes.Any(owner => owner.Id == row.DisputeId));
    }
}
