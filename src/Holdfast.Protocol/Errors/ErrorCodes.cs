namespace Holdfast.Protocol;

/// <summary>Every error code, in numeric order. A code is never reused; each has a page in docs/errors.</summary>
public static class ErrorCodes
{
    /// <summary>An argument is malformed or out of range.</summary>
    public static readonly ErrorCode InvalidArgument = new(1000);

    /// <summary>No such workflow, run, or activity.</summary>
    public static readonly ErrorCode NotFound = new(1001);

    /// <summary>A run of this workflow ID is open, and the conflict policy is Fail.</summary>
    public static readonly ErrorCode WorkflowAlreadyStarted = new(1002);

    /// <summary>A closed run of this workflow ID exists, and the reuse policy refuses another.</summary>
    public static readonly ErrorCode WorkflowIdReuseRefused = new(1003);

    /// <summary>The run is closed and cannot take the request.</summary>
    public static readonly ErrorCode RunClosed = new(1004);

    /// <summary>The query was rejected or its handler failed.</summary>
    public static readonly ErrorCode QueryFailed = new(1005);

    /// <summary>A name, ID or payload is longer than its limit.</summary>
    public static readonly ErrorCode LimitExceeded = new(1006);

    /// <summary>The report is about an attempt that is no longer current (it timed out, was retried, or the activity is closed).</summary>
    public static readonly ErrorCode StaleAttempt = new(1007);

    /// <summary>The result was asked of a run that continued as a new one, without following it.</summary>
    public static readonly ErrorCode RunContinuedAsNew = new(1008);

    /// <summary>The run continued as a new one before it saw the update; the new run will take it.</summary>
    public static readonly ErrorCode RunContinuedBeforeUpdate = new(1009);

    /// <summary>The run is paused and takes no query, update or further pause.</summary>
    public static readonly ErrorCode RunPaused = new(1020);

    /// <summary>The run is not paused.</summary>
    public static readonly ErrorCode RunNotPaused = new(1021);

    /// <summary>The run cannot be reset to the event that was named.</summary>
    public static readonly ErrorCode ResetPointInvalid = new(1022);

    /// <summary>None of the activities that were named is pending.</summary>
    public static readonly ErrorCode ActivityNotPending = new(1023);

    /// <summary>An activity was started whose ID has an open run, or a closed one that the reuse policy protects.</summary>
    public static readonly ErrorCode ActivityAlreadyStarted = new(1024);

    /// <summary>The query was not asked, because the run is in a state that its reject condition names.</summary>
    public static readonly ErrorCode QueryRejected = new(1030);

    /// <summary>A workflow reached for a workflow of another namespace.</summary>
    public static readonly ErrorCode CrossNamespaceRefused = new(1031);

    /// <summary>A cron schedule cannot be read.</summary>
    public static readonly ErrorCode CronInvalid = new(1032);

    /// <summary>A search attribute's name or value is not allowed.</summary>
    public static readonly ErrorCode SearchAttributeInvalid = new(1040);

    /// <summary>Too many search attributes, or one whose name or value is too long.</summary>
    public static readonly ErrorCode SearchAttributeLimitExceeded = new(1041);

    /// <summary>A search attribute is registered with another type.</summary>
    public static readonly ErrorCode SearchAttributeTypeConflict = new(1042);

    /// <summary>The namespace has no search attribute of that name.</summary>
    public static readonly ErrorCode SearchAttributeUnknown = new(1043);

    /// <summary>A list filter is not written as its grammar asks.</summary>
    public static readonly ErrorCode ListFilterSyntax = new(1050);

    /// <summary>A list filter is longer, deeper or larger than its limits.</summary>
    public static readonly ErrorCode ListFilterTooLarge = new(1051);

    /// <summary>A list filter compares an attribute with a value or an operator that do not fit its type.</summary>
    public static readonly ErrorCode ListFilterTypeMismatch = new(1052);

    /// <summary>A list filter asks for an order or a grouping that is not supported there.</summary>
    public static readonly ErrorCode ListFilterUnsupported = new(1053);

    /// <summary>A page token is damaged, or belongs to another listing.</summary>
    public static readonly ErrorCode PageTokenInvalid = new(1054);

    /// <summary>The headers that interceptors send along are larger than their limit.</summary>
    public static readonly ErrorCode HeaderTooLarge = new(1060);

    /// <summary>No namespace of that name is registered.</summary>
    public static readonly ErrorCode NamespaceUnknown = new(1070);

    /// <summary>A namespace of that name is registered already.</summary>
    public static readonly ErrorCode NamespaceAlreadyExists = new(1071);

    /// <summary>The namespace is deprecated: no workflow starts in it.</summary>
    public static readonly ErrorCode NamespaceDeprecated = new(1072);

    /// <summary>The namespace is being deleted.</summary>
    public static readonly ErrorCode NamespaceDeleted = new(1073);

    /// <summary>Runs are to be archived, or read from the archive, of an engine that has none.</summary>
    public static readonly ErrorCode ArchiveMissing = new(1074);

    /// <summary>The namespace has another rule of that ID.</summary>
    public static readonly ErrorCode WorkflowRuleAlreadyExists = new(1075);

    /// <summary>The namespace has no rule of that ID.</summary>
    public static readonly ErrorCode WorkflowRuleUnknown = new(1076);

    /// <summary>A start is beyond a limit whose policy is to refuse.</summary>
    public static readonly ErrorCode StartLimitReached = new(1080);

    /// <summary>Attributes of a worker's workflows or activities declare different limits of its task queue.</summary>
    public static readonly ErrorCode DeclaredLimitsContradict = new(1081);

    /// <summary>A journal option is out of its range.</summary>
    public static readonly ErrorCode JournalOptionsInvalid = new(2000);

    /// <summary>Another process or journal holds the journal's folder.</summary>
    public static readonly ErrorCode JournalFolderLocked = new(2001);

    /// <summary>The header of a journal segment is damaged.</summary>
    public static readonly ErrorCode JournalSegmentHeaderDamaged = new(2002);

    /// <summary>A journal segment is of a format version that this version does not know.</summary>
    public static readonly ErrorCode JournalFormatUnsupported = new(2003);

    /// <summary>A journal segment is missing.</summary>
    public static readonly ErrorCode JournalSegmentMissing = new(2004);

    /// <summary>A journal segment file is longer or shorter than its header says.</summary>
    public static readonly ErrorCode JournalSegmentLengthWrong = new(2005);

    /// <summary>A journal record that was durable cannot be read.</summary>
    public static readonly ErrorCode JournalRecordDamaged = new(2006);

    /// <summary>A journal record stands where it cannot have been written.</summary>
    public static readonly ErrorCode JournalRecordOutOfSequence = new(2007);

    /// <summary>A journal segment ends before the next one begins, or begins before it ended.</summary>
    public static readonly ErrorCode JournalSegmentsDoNotJoin = new(2008);

    /// <summary>An append came from an owner that has been deposed.</summary>
    public static readonly ErrorCode JournalStaleEpoch = new(2010);

    /// <summary>A journal write or flush has failed, and the journal with it.</summary>
    public static readonly ErrorCode JournalFailed = new(2011);

    /// <summary>A journal record is above its limit.</summary>
    public static readonly ErrorCode JournalRecordTooLarge = new(2012);

    /// <summary>A journal batch is full.</summary>
    public static readonly ErrorCode JournalBatchTooLarge = new(2013);

    /// <summary>Another process has taken over the journal's folder; this one stops.</summary>
    public static readonly ErrorCode JournalDeposed = new(2014);

    /// <summary>A bounded queue is full; try again later.</summary>
    public static readonly ErrorCode ResourceExhausted = new(2100);

    /// <summary>The engine is stopping or has stopped.</summary>
    public static readonly ErrorCode Unavailable = new(2101);

    /// <summary>Stored bytes could not be decoded.</summary>
    public static readonly ErrorCode CorruptData = new(2102);

    /// <summary>A settlement would leave a gap between a run's stored records and its new ones.</summary>
    public static readonly ErrorCode SettlementGap = new(2110);

    /// <summary>A settlement covers less of the journal than the store already does.</summary>
    public static readonly ErrorCode SettlementStale = new(2111);

    /// <summary>A settlement contradicts what the store holds of the run.</summary>
    public static readonly ErrorCode SettlementConflict = new(2112);

    /// <summary>The settled store's file is not one of Holdfast.</summary>
    public static readonly ErrorCode StoreForeignFile = new(2120);

    /// <summary>The settled store's file was written by a newer version of Holdfast.</summary>
    public static readonly ErrorCode StoreSchemaUnsupported = new(2121);

    /// <summary>The settled store's file is damaged.</summary>
    public static readonly ErrorCode StoreCorrupt = new(2122);

    /// <summary>The settled store's file is locked by somebody else.</summary>
    public static readonly ErrorCode StoreLocked = new(2123);

    /// <summary>The disk of the settled store is full.</summary>
    public static readonly ErrorCode StoreDiskFull = new(2124);

    /// <summary>The settled store's file cannot be opened, read or written.</summary>
    public static readonly ErrorCode StoreInaccessible = new(2125);

    /// <summary>The settled store failed in a way that has no code of its own.</summary>
    public static readonly ErrorCode StoreFailed = new(2126);

    /// <summary>The SQLite library is missing, too old, or not usable.</summary>
    public static readonly ErrorCode StoreEngineMissing = new(2127);

    /// <summary>The settled store is closed, or has stopped after a failed flush.</summary>
    public static readonly ErrorCode StoreClosed = new(2128);

    /// <summary>The blob store cannot be used now.</summary>
    public static readonly ErrorCode BlobStoreFailed = new(2140);

    /// <summary>The blob store does not have a blob.</summary>
    public static readonly ErrorCode BlobNotFound = new(2141);

    /// <summary>The stored bytes of a blob are not those that were put.</summary>
    public static readonly ErrorCode BlobDamaged = new(2142);

    /// <summary>The archive of runs cannot be used now.</summary>
    public static readonly ErrorCode ArchiveFailed = new(2150);

    /// <summary>What the archive has of a run cannot be read.</summary>
    public static readonly ErrorCode ArchiveDamaged = new(2151);

    /// <summary>Workflow API was used outside workflow code.</summary>
    public static readonly ErrorCode NotInWorkflow = new(3000);

    /// <summary>Workflow code broke determinism: its commands differ from its history.</summary>
    public static readonly ErrorCode NonDeterminism = new(3001);

    /// <summary>Workflow code used something that is not deterministic (a thread, a clock, I/O).</summary>
    public static readonly ErrorCode ForbiddenCall = new(3002);

    /// <summary>Workflow code did not come to its next wait in time.</summary>
    public static readonly ErrorCode WorkflowDeadlock = new(3003);

    /// <summary>Workflow code tried to act where it may only look (a query, a validator, a condition).</summary>
    public static readonly ErrorCode ReadOnly = new(3004);

    /// <summary>Activity API was used outside an activity attempt.</summary>
    public static readonly ErrorCode NotInActivity = new(3005);

    /// <summary>A lambda did not describe exactly one call of the wanted kind.</summary>
    public static readonly ErrorCode CallNotCaptured = new(3010);

    /// <summary>The worker knows no workflow, activity, signal, query or update of that name.</summary>
    public static readonly ErrorCode NotRegistered = new(3011);

    /// <summary>Two workflows, activities or handlers of a worker have the same name.</summary>
    public static readonly ErrorCode DuplicateName = new(3012);

    /// <summary>A workflow closed without a result: it failed, timed out, was canceled or terminated.</summary>
    public static readonly ErrorCode WorkflowFailed = new(3020);

    /// <summary>An update was refused by its validator, or its handler failed.</summary>
    public static readonly ErrorCode WorkflowUpdateFailed = new(3021);

    /// <summary>An activity that a client started closed without a result.</summary>
    public static readonly ErrorCode ActivityDidNotComplete = new(3022);

    /// <summary>The contracts of an assembly are not those that are written down.</summary>
    public static readonly ErrorCode ContractsDiffer = new(3030);

    /// <summary>A value or payload could not be converted.</summary>
    public static readonly ErrorCode ConversionFailed = new(3100);

    /// <summary>A parameter without default value got no argument.</summary>
    public static readonly ErrorCode ArgumentMissing = new(3101);

    /// <summary>A payload was encrypted with a key that is not known here, or not yet.</summary>
    public static readonly ErrorCode EncryptionKeyUnknown = new(3102);

    /// <summary>A codec could not encode or decode a payload, or no codec knows its encoding.</summary>
    public static readonly ErrorCode PayloadCodecFailed = new(3103);

    /// <summary>A compressed payload stands for more bytes than may be decoded.</summary>
    public static readonly ErrorCode PayloadExpandsTooFar = new(3104);

    /// <summary>Blobs were used where no blob store is configured.</summary>
    public static readonly ErrorCode BlobStoreMissing = new(3105);

    /// <summary>A configured model names a provider that is not registered.</summary>
    public static readonly ErrorCode ModelProviderUnknown = new(3400);

    /// <summary>A configured model has no usable API key.</summary>
    public static readonly ErrorCode ModelApiKeyMissing = new(3401);

    /// <summary>A configured model's base URL cannot be used.</summary>
    public static readonly ErrorCode ModelBaseUrlInvalid = new(3402);

    /// <summary>A setting of a configured model is not known, missing, unreadable or out of range.</summary>
    public static readonly ErrorCode ModelSettingInvalid = new(3403);

    /// <summary>No model of that name is configured.</summary>
    public static readonly ErrorCode ModelNotConfigured = new(3404);

    /// <summary>A request asks for something that the model's API cannot express.</summary>
    public static readonly ErrorCode ModelRequestUnsupported = new(3405);

    /// <summary>The model's provider answered with an error.</summary>
    public static readonly ErrorCode ModelCallRefused = new(3410);

    /// <summary>The model's provider could not be reached, or the connection broke.</summary>
    public static readonly ErrorCode ModelUnreachable = new(3411);

    /// <summary>The model's provider was silent longer than the configured timeout.</summary>
    public static readonly ErrorCode ModelCallTimedOut = new(3412);

    /// <summary>The model's response does not follow the provider's format.</summary>
    public static readonly ErrorCode ModelResponseInvalid = new(3413);

    /// <summary>The model's response is larger than the limit.</summary>
    public static readonly ErrorCode ModelResponseTooLarge = new(3414);

    /// <summary>No agent of that name is known on this worker.</summary>
    public static readonly ErrorCode AgentUnknown = new(3450);

    /// <summary>An agent's definition breaks a rule.</summary>
    public static readonly ErrorCode AgentDefinitionInvalid = new(3451);

    /// <summary>An agent has made all the model calls that it may make.</summary>
    public static readonly ErrorCode AgentStepLimitReached = new(3452);

    /// <summary>No tool call waits for the approval that was decided.</summary>
    public static readonly ErrorCode ApprovalNotPending = new(3453);

    /// <summary>A decision does not fit the tool call that it is about.</summary>
    public static readonly ErrorCode ApprovalMismatch = new(3454);

    /// <summary>The agent has no tool of that name on this worker.</summary>
    public static readonly ErrorCode AgentToolUnknown = new(3455);

    /// <summary>A scripted model has no reply to a transcript.</summary>
    public static readonly ErrorCode ScriptHasNoReply = new(3456);

    /// <summary>Something that must always hold did not.</summary>
    public static readonly ErrorCode InvariantBroken = new(9000);
}
