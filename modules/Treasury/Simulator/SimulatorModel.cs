using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Simulator;

internal sealed class SimulatorModel : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<SimulatedChainRow>().ToTable("treasury_sim_chain").HasKey(e => e.Id);
        model.Entity<SimulatedTransferRow>(entity =>
        {
            entity.ToTable("treasury_sim_transfer").HasKey(e => new { e.TxHash, e.TxIndex });
            entity.HasIndex(e => e.ToAddress);
            entity.HasIndex(e => new { e.ChainId, e.Block });
            entity.HasIndex(e => e.DueAt).HasFilter("due_at IS NOT NULL");
        });
        model.Entity<SimulatedPayoutRow>(entity =>
        {
            entity.ToTable("treasury_sim_payout").HasKey(e => e.TxHash);
            entity.HasIndex(e => new { e.ChainId, e.Nonce }).IsUnique();
        });
    }
}
