namespace Cryptocardium.Kernel;

/// <summary>A module's part of the trace of a request: finds again what the request has caused there.</summary>
public interface ITraceSource
{
    /// <summary>Finds what is the module's own among what a request caused, and what came of that.</summary>
    /// <param name="owned">Selects what the caller sees; nothing else is shown.</param>
    /// <param name="caused">The ids that were noted with <see cref="Call.AddEffect"/>.</param>
    ValueTask<IReadOnlyList<TracedItem>> Find(RowFilter owned, IReadOnlyList<string> caused);
}
