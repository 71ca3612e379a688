using Microsoft.CodeAnalysis;

namespace Mediator.Generator;

/// <summary>Finds messages and handlers by the interfaces of the abstractions.</summary>
internal static class Messages
{
    private static readonly string[] Kinds = ["Request", "Command", "Query"];

    /// <summary>Request, Command or Query when the interface is <c>Mediator.I{kind}{suffix}</c>, else null.</summary>
    public static string? KindOf(INamedTypeSymbol type, string suffix) =>
        type.ContainingNamespace is { Name: "Mediator", ContainingNamespace.IsGlobalNamespace: true }
            ? Kinds.FirstOrDefault(kind => type.Name == $"I{kind}{suffix}")
            : null;

    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Every concrete message of an assembly, with the message interface it implements.</summary>
    public static IEnumerable<(INamedTypeSymbol Type, INamedTypeSymbol Interface)> In(IAssemblySymbol assembly) =>
        from type in TypesOf(assembly.GlobalNamespace)
        where type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.IsAbstract && !type.IsGenericType
        from implemented in type.AllInterfaces
        where KindOf(implemented, "") is not null
        select (type, implemented);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in TypesOf(member))
            {
                yield return inner;
            }
        }
    }
}
