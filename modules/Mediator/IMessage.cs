namespace Mediator;

/// <summary>Anything that can be sent: a request, a command or a query.</summary>
public interface IMessage;
