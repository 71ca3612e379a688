using Microsoft.CodeAnalysis;

namespace Mediator.Generator;

/// <summary>One handler found in source or in an assembly attribute: texts only, so that the compiler can cache it.</summary>
internal sealed record Handler(string Type, string Message, string Response, string Kind, string Registry)
{
    public string Interface => $"global::Mediator.I{Kind}Handler<{Message}, {Response}>";

    public string Run => $"global::Mediator.Pipeline.{Kind}";

    /// <summary>Reads the handler interfaces of a class: usually one, none for other classes.</summary>
    public static IEnumerable<Handler> Of(INamedTypeSymbol type, string registry)
    {
        if (type.IsAbstract || type.IsGenericType)
        {
            yield break;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (Messages.KindOf(implemented, "Handler") is { } kind)
            {
                yield return new Handler(
                    Messages.NameOf(type),
                    Messages.NameOf(implemented.TypeArguments[0]),
                    Messages.NameOf(implemented.TypeArguments[1]),
                    kind,
                    registry);
            }
        }
    }
}
