using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mediator.Generator;

/// <summary>
/// In each assembly with handlers: writes a public registry and attributes that describe the handlers, which stay internal.
/// In the executable, besides: reads the attributes of all references, checks that each message has exactly one handler, and
/// writes <c>AddMediator</c> and the sender.
/// </summary>
[Generator]
public sealed class MediatorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var own = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (syntax, token) => syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, token) is INamedTypeSymbol type
                    ? Handler.Of(type, RegistrySource.NameFor(type.ContainingAssembly.Name)).ToImmutableArray()
                    : [])
            .SelectMany(static (found, _) => found)
            .Collect();

        context.RegisterSourceOutput(own, static (output, handlers) => WriteRegistry(output, [.. handlers.Distinct()]));
        context.RegisterSourceOutput(
            own.Combine(context.CompilationProvider),
            static (output, input) => WriteHost(output, input.Right, input.Left));
    }

    private static void WriteRegistry(SourceProductionContext output, IReadOnlyList<Handler> handlers)
    {
        if (handlers.Count > 0)
        {
            ReportDoubled(output, handlers);

            // Doubles left out, so that the one error shown is the one that helps.
            output.AddSource("MediatorRegistry.g.cs", RegistrySource.Write(
                [.. handlers.GroupBy(handler => handler.Message).Select(same => same.First())]));
        }
    }

    private static void WriteHost(SourceProductionContext output, Compilation compilation, ImmutableArray<Handler> own)
    {
        if (compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary
            || compilation.GetTypeByMetadataName("Mediator.IMessage")?.ContainingAssembly is not { } abstractions)
        {
            return;
        }

        var assemblies = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(abstractions.Identity)))
            .ToList();
        var referenced = assemblies.SelectMany(Described).ToList();
        if (referenced.Count > 0)
        {
            // Doubles within this assembly are already reported with its registry.
            ReportDoubled(output, own.Length == 0 ? referenced : [.. referenced, .. own.Distinct()], acrossAssemblies: true);
        }

        ReportMissing(output, [.. assemblies, compilation.Assembly], [.. referenced, .. own]);
        output.AddSource("Mediator.g.cs", SenderSource.Write([.. referenced.Concat(own).Select(h => h.Registry).Distinct()]));
    }

    private static IEnumerable<Handler> Described(IAssemblySymbol assembly) =>
        from attribute in assembly.GetAttributes()
        where attribute.AttributeClass is { Name: "HandlerAttribute", ContainingNamespace.Name: "Mediator" }
        let message = (ITypeSymbol)attribute.ConstructorArguments[0].Value!
        let handler = (INamedTypeSymbol)attribute.ConstructorArguments[1].Value!
        let registry = (ITypeSymbol)attribute.ConstructorArguments[2].Value!
        from described in Handler.Of(handler, Messages.NameOf(registry))
        where described.Message == Messages.NameOf(message)
        select described;

    private static void ReportDoubled(SourceProductionContext output, IEnumerable<Handler> handlers, bool acrossAssemblies = false)
    {
        foreach (var message in handlers.GroupBy(handler => handler.Message))
        {
            if (message.Count() > 1 && (!acrossAssemblies || message.Select(h => h.Registry).Distinct().Count() > 1))
            {
                var names = string.Join(", ", message.Select(handler => Plain(handler.Type)));
                output.ReportDiagnostic(Diagnostic.Create(MediatorDiagnostics.DoubledHandler, null, Plain(message.Key), names));
            }
        }
    }

    private static void ReportMissing(
        SourceProductionContext output, IEnumerable<IAssemblySymbol> assemblies, IEnumerable<Handler> handlers)
    {
        var handled = new HashSet<string>(handlers.Select(handler => handler.Message));
        foreach (var (type, implemented) in assemblies.SelectMany(Messages.In))
        {
            if (!handled.Contains(Messages.NameOf(type)))
            {
                var response = implemented.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                output.ReportDiagnostic(Diagnostic.Create(
                    MediatorDiagnostics.MissingHandler,
                    null,
                    type.ToDisplayString(),
                    type.Name,
                    $"I{Messages.KindOf(implemented, "")}Handler<{type.Name}, {response}>"));
            }
        }
    }

    private static string Plain(string name) => name.Replace("global::", "");
}
