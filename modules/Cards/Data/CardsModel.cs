using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Data;

internal sealed class CardsModel : IModelPart
{
    public void Apply(ModelBuilder model) => model
        .ApplyConfiguration(new CardMapping())
        .ApplyConfiguration(new ShipmentMapping())
        .ApplyConfiguration(new VaultMapping())
        .ApplyConfiguration(new VaultStateMapping())
        .ApplyConfiguration(new TransactionMapping());
}
