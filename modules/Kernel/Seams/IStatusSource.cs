namespace Cryptocardium.Kernel;

/// <summary>A module's part of the platform's status, collected by get_status.</summary>
public interface IStatusSource
{
    /// <summary>The rails that the module uses, as they are now.</summary>
    ValueTask<IReadOnlyList<RailStatus>> Read(CancellationToken cancellationToken);
}
