using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Topups;

// Writes a new top-up down: the row, its memo in the books, its event.
internal sealed class TopupOpening(IdSource ids, StoredTopups topups, TopupJournals books, TopupEvents events)
{
    public TopupId NewId() => ids.New<TopupId>();

    public async ValueTask<V1.Topup> Open(Topup topup)
    {
        await topups.Add(topup);
        await books.Announce(topup);
        var view = TopupView.Of(topup, []);
        events.Raise(EventTypes.TopupCreated, topup, view);
        return view;
    }
}
