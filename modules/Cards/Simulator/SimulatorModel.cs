using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Simulator;

internal sealed class SimulatorModel : IModelPart
{
    public void Apply(ModelBuilder model) => model
        .ApplyConfiguration<SimulatedIssueRow>(new SimulatedIssuerMapping())
        .ApplyConfiguration<SimulatedOrderRow>(new SimulatedIssuerMapping());
}
