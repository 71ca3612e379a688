namespace Cryptocardium.Kernel;

/// <summary>The action of an audit entry, <c>card.pan_revealed</c>. The contract lists them; <see cref="AuditActions"/> is generated from it.</summary>
/// <param name="Name">The action as it is stored and sent.</param>
public readonly record struct AuditAction(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
