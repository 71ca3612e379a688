namespace Cryptocardium.Kernel;

/// <summary>A module's part of the platform's status, collected by get_status.</summary>
public interface IStatusSource
{
    /// <summary>The current status of the rails that the module uses.</summary>
    ValueTask<IReadOnlyList<RailStatus>> Read(CancellationToken cancellationToken);
}
