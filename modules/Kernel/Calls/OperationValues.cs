using Microsoft.Extensions.Primitives;

namespace Cryptocardium.Kernel;

/// <summary>The path and query values of a call, decoded and not yet checked.</summary>
public abstract class OperationValues
{
    /// <summary>The names of the query values, in their order.</summary>
    public abstract IEnumerable<string> QueryNames { get; }

    /// <summary>The value of a path parameter; null when the path has none.</summary>
    public abstract string? Path(string name);

    /// <summary>The values of a query parameter; empty without one.</summary>
    public abstract StringValues Query(string name);

    /// <summary>Values by name, for channels without a request line.</summary>
    /// <param name="path">The values of the path.</param>
    /// <param name="query">The values of the query.</param>
    public static OperationValues Of(IReadOnlyDictionary<string, string> path, IReadOnlyDictionary<string, StringValues>? query = null) =>
        new Named(path, query ?? new Dictionary<string, StringValues>());

    private sealed class Named(IReadOnlyDictionary<string, string> path, IReadOnlyDictionary<string, StringValues> query) : OperationValues
    {
        public override IEnumerable<string> QueryNames => query.Keys;

        public override string? Path(string name) => path.GetValueOrDefault(name);

        public override StringValues Query(string name) => query.GetValueOrDefault(name);
    }
}
