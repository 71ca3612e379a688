using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.V1;
using Topup = Cryptocardium.Treasury.Domain.Topup;

namespace Cryptocardium.Treasury.Topups;

internal sealed class TopupEvents(UnitOfWork unit, StoredTopups topups)
{
    // Returns the view, which is the resource of the event and the response of the command.
    public async ValueTask<V1.Topup> Raise(EventType type, Topup topup)
    {
        var view = TopupView.Of(topup, await topups.DepositsOf(topup.Id));
        Raise(type, topup, view);
        return view;
    }

    public void Raise(EventType type, Topup topup, V1.Topup view) => unit.Raise(
        type, topup.AccountId, topup.Mode, topup.Id, JsonSerializer.SerializeToUtf8Bytes(view, V1Json.Wire.Topup));
}
