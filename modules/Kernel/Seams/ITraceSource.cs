namespace Cryptocardium.Kernel;

/// <summary>A module's part of the trace of a request: finds the effects of the request in the module.</summary>
public interface ITraceSource
{
    /// <summary>Finds the module's own resources among the effects of a request, and their consequences.</summary>
    /// <param name="owned">Selects the rows that the caller sees.</param>
    /// <param name="caused">The ids that were recorded with <see cref="Call.AddEffect"/>.</param>
    ValueTask<IReadOnlyList<TracedItem>> Find(RowFilter owned, IReadOnlyList<string> caused);
}
