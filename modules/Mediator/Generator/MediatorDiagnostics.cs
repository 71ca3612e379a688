using Microsoft.CodeAnalysis;

namespace Mediator.Generator;

/// <summary>The two things that can be wrong, both build errors.</summary>
internal static class MediatorDiagnostics
{
    public static readonly DiagnosticDescriptor MissingHandler = new(
        "MEDI001",
        "Message without handler",
        "No handler for {0}: add Handlers/{1}.cs with an implementation of {2} to the module that owns it",
        "Mediator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor DoubledHandler = new(
        "MEDI002",
        "Message with two handlers",
        "{0} has more than one handler: {1}",
        "Mediator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
