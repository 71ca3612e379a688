using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>The simulator of the chains is one folder that can be left out.</summary>
public sealed class SimulatorTests
{
    private const string Simulator = "Simulator";

    [Fact]
    public void The_chain_simulator_is_named_by_its_registration_and_its_operations_alone() => Violations.None(
        "Outside of Simulator/, only TreasuryModule and the handlers of simulate_… may name its namespace:",
        from source in Source.Product
        where source.Path.StartsWith("modules/Treasury/", StringComparison.Ordinal) && !source.IsIn(Simulator)
        where source.Name != "TreasuryModule" && !(source.IsIn("Handlers") && source.Name.StartsWith("Simulate", StringComparison.Ordinal))
        from name in source.Nodes<IdentifierNameSyntax>()
        where name.Identifier.ValueText == Simulator
        select source.Place(name));
}
