using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Topups;

// Stores a new top-up: the row, its journal and its event.
internal sealed class TopupOpening(IdSource ids, StoredTopups topups, TopupJournals journals, TopupEvents events)
{
    public TopupId NewId() => ids.New<TopupId>();

    public async ValueTask<V1.Topup> Open(Topup topup)
    {
        await topups.Add(topup);
        await journals.Announce(topup);
        var view = TopupView.Of(topup, []);
        events.Raise(EventTypes.TopupCreated, topup, view);
        return TopupView.WithQrCode(view);
    }
}
