using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Disputes;

// Finds evidence of the caller. Evidence has no card column; access is checked on its dispute.
internal sealed class StoredEvidence(UnitOfWork unit, Call call)
{
    public static readonly Error NotFound = new(Errors.ResourceNotFound) { Param = "evidence_id" };

    public async ValueTask<Evidence?> Find(string dispute, string id)
    {
        var found = await unit.SelectAll<Evidence>().Equal(nameof(Evidence.DisputeId), dispute).Equal(nameof(Evidence.Id), id).FirstOrDefault();
        return found is not null && await unit.Select<Dispute>(call.Rows).Equal(nameof(Dispute.Id), dispute).FirstOrDefault() is not null ? found : null;
    }
}
