using System.Text.Json;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Disputes;

internal sealed class DisputeEvents(UnitOfWork unit)
{
    /// <summary>Raises the event of the dispute's status and returns its resource, which is also the command's result.</summary>
    public V1.Dispute Raise(Domain.Dispute dispute)
    {
        var shown = DisputeView.Show(dispute);
        unit.Raise(
            TypeOf(dispute.Status), dispute.AccountId, dispute.Mode, dispute.Id, JsonSerializer.SerializeToUtf8Bytes(shown, V1Json.Wire.Dispute),
            dispute.CardId);
        return shown;
    }

    /// <summary>The event type of a status.</summary>
    public static EventType TypeOf(string status) => status switch
    {
        DisputeState.Opened => EventTypes.DisputeOpened,
        DisputeState.Responded => EventTypes.DisputeResponded,
        DisputeState.Won => EventTypes.DisputeWon,
        DisputeState.Lost => EventTypes.DisputeLost,
        _ => throw new InvalidOperationException($"Dispute status {status} has no event."),
    };
}
