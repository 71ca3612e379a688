using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Data;

internal sealed class CardsModel : IModelPart
{
    public void Apply(ModelBuilder model) => model
        .ApplyConfiguration(new CardMapping())
        .ApplyConfiguration(new ControlMapping())
        .ApplyConfiguration(new ShipmentMapping())
        .ApplyConfiguration(new WalletTokenMapping())
        .ApplyConfiguration(new VaultMapping())
        .ApplyConfiguration(new VaultStateMapping())
        .ApplyConfiguration(new DisputeMapping())
        .ApplyConfiguration(new EvidenceMapping())
        .ApplyConfiguration(new FaultMapping())
        .ApplyConfiguration(new IssuerOperationMapping())
        .ApplyConfiguration(new TransactionMapping());
}
