using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Handlers;

internal sealed class DisputeEvents(UnitOfWork unit)
{
    /// <summary>Tells how a dispute stands; the resource is the command's answer too.</summary>
    public async ValueTask<V1.Dispute> Raise(Domain.Dispute dispute)
    {
        var shown = DisputeView.Show(dispute);
        await unit.Raise(
            $"dispute.{dispute.Status}", dispute.AccountId, dispute.Mode, JsonSerializer.SerializeToUtf8Bytes(shown, V1Json.Default.Dispute));
        return shown;
    }
}
