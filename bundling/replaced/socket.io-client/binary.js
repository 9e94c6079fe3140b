const refuse = () => {
  throw new Error('no binary packets here');
};
export { refuse as deconstructPacket, refuse as reconstructPacket };
