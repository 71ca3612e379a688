using System.ComponentModel;

namespace Mediator;

/// <summary>Written by the generator into each assembly with handlers, for the generator's run in the host.</summary>
/// <param name="message">The message type, which may be declared elsewhere.</param>
/// <param name="handler">The handler type, which may be internal.</param>
/// <param name="registry">The public type through which the host registers and reaches this assembly's handlers.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class HandlerAttribute(Type message, Type handler, Type registry) : Attribute
{
    /// <summary>The message type.</summary>
    public Type Message { get; } = message;

    /// <summary>The handler type.</summary>
    public Type Handler { get; } = handler;

    /// <summary>The generated public type of the handler's assembly.</summary>
    public Type Registry { get; } = registry;
}
